"""The page on which a list that a platform exported is laid beside the cases here."""
