package kabar.domain;

import kabar.api.store.TokenHash;
import kabar.protocol.Profile;

/// A login that this server knows of at the moment.
record Session(TokenHash token, Profile profile) {

  String user() {
    return profile.user();
  }
}
