"""Questions about pelaksanaan: one's own work, a team's, what an evaluation stands on."""
