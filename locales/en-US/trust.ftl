# Trust portals as everybody sees them. Days and numbers arrive in the form of the language.
