"""Foreign formats: employers' notices, status snapshots, print packages. The only foreign words."""
