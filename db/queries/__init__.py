"""Questions to the database, one file each; lists come out as rows declared where they are asked."""
