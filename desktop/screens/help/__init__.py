"""Help: a short page for every page, and the keys that work there."""
