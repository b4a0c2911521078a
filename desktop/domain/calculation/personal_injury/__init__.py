"""What one injured or killed person can claim, head by head (人身损害解释, 法释〔2022〕14号): for traffic and any injury."""
