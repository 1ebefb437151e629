#pragma once

#include <stddef.h>

/// One file of the rule packs, put into the binary when it was built.
struct concordat_embedded_file {
  /// Below `rules/`, with `/`.
  const char *_Nullable path;
  const unsigned char *_Nullable data;
  size_t size;
};

/// All of them, ended by an entry without a path.
extern const struct concordat_embedded_file *_Nonnull const concordat_embedded_files;
