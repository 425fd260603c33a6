"""What a clerk, employer, member or timer does: one module a verb."""
