"""The page on which a case is typed again on a platform, field by field."""
