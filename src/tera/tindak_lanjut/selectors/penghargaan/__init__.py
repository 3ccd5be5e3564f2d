"""Questions of reward: rounds and candidates, facts for and against, records, factors of pay."""
