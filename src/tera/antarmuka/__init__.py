"""How Tera looks and behaves: base templates, components, template tags, styles and scripts."""
