# What the web site prints around the words of the program.

## Frame of every page

site-name = Attestor
skip-to-content = Skip to the content
