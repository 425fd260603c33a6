"""Who is insured: events, and the views folded from them. Pure."""
