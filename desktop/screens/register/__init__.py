"""Register: the wide ledger of all cases, newest first."""
