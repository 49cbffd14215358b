/// A transport over Unix-domain sockets, and the example of a plug-in for Kabar.
module example.transport.unix {
  requires kabar.api;

  provides kabar.api.transport.TransportProvider with
      example.transport.unix.UnixTransportProvider;
}
