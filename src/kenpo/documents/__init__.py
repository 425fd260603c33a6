"""Documents: forms, fonts, glyph coverage, PDF and its preflight. The only PDF."""
