"""kenpo: what a Japanese health insurer runs now that the insurance card is gone."""
