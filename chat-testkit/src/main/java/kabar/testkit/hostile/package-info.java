/// What an enemy would write, and a server that says it to whoever comes.
package kabar.testkit.hostile;
