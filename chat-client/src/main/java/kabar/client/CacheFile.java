package kabar.client;

/// The file with the cache: replaced as a whole. What is not whole is read from the server anew, so
/// that it is no trouble. Calls block.
record CacheFile(Folder folder) {
  private static final String NAME = "cache";

  Cache read() throws ProfileException {
    var content = folder.read(NAME).orElse(new byte[0]);
    return new CacheLines().read(SealedText.read(content, 0)).orElse(Cache.EMPTY);
  }

  void write(Cache cache) throws ProfileException {
    folder.replace(NAME, SealedText.write(new CacheLines().write(cache)));
  }
}
