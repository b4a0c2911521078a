"""The pages of the window: each a view that shows and a presenter that decides."""
