"""What the tool proposes: propagation of labels, likely fillers of roles."""
