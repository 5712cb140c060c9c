// What the desk's pages do more with a script; every page works without it.
