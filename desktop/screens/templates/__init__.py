"""The page where the office writes its own wording of the papers."""
