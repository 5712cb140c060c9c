# What somebody watches, and notices about it.

watching-nav = Watching
