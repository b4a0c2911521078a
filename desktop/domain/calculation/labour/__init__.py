"""What one worker can claim: wages owed, severance, dismissal, notice, double wage, overtime, leave, probation."""
