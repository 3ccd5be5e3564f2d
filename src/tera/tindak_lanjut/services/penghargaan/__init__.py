"""Changes of reward: kinds, rounds, candidates, the decision; records; rules of tukin and TPP."""
