"""Today: what is overdue, due today, due this week, and what waits without a day."""
