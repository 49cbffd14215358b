/// What the operator's commands do, most of them in a running server: `Operations` lists those.
package kabar.server.operation;
