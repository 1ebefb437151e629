// What any program must spend that reads YAML through libyaml: find the files, read them, take every event.
//
//   cc -O2 Benchmarks/floor.c -o floor -lyaml && ./floor DIR
//
// Keeps nothing. One buffer serves all files, so that what is measured is libyaml and not the allocator.
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <yaml.h>

struct totals {
  unsigned long files, bytes, events;
};

static unsigned char *buffer;
static size_t capacity;

static void stop(const char *path, const char *reason) {
  fprintf(stderr, "floor: %s: %s\n", path, reason);
  exit(2);
}

static void take_events(const char *path, size_t size, struct totals *totals) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) stop(path, "no memory for a parser");
  yaml_parser_set_input_string(&parser, buffer, size);
  yaml_event_type_t type;
  do {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) stop(path, parser.problem ? parser.problem : "not YAML");
    type = event.type;
    totals->events += 1;
    yaml_event_delete(&event);
  } while (type != YAML_STREAM_END_EVENT);
  yaml_parser_delete(&parser);
}

static void read_file(const char *path, size_t size, struct totals *totals) {
  if (size > capacity) {
    buffer = realloc(buffer, capacity = size * 2);
    if (!buffer) stop(path, "no memory for the file");
  }
  FILE *file = fopen(path, "rb");
  if (!file) stop(path, "cannot be opened");
  setvbuf(file, NULL, _IONBF, 0);
  if (fread(buffer, 1, size, file) != size) stop(path, "cannot be read");
  fclose(file);
  take_events(path, size, totals);
  totals->files += 1;
  totals->bytes += size;
}

static int is_yaml(const char *name) {
  const char *dot = strrchr(name, '.');
  return dot && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

static void walk(const char *path, struct totals *totals) {
  DIR *folder = opendir(path);
  if (!folder) stop(path, "cannot be opened");
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (entry->d_name[0] == '.') continue;
    char child[4096];
    if (snprintf(child, sizeof child, "%s/%s", path, entry->d_name) >= (int)sizeof child) stop(path, "path too long");
    struct stat status;
    if (stat(child, &status) != 0) stop(child, "cannot be looked at");
    if (S_ISDIR(status.st_mode)) walk(child, totals);
    else if (is_yaml(child)) read_file(child, (size_t)status.st_size, totals);
  }
  closedir(folder);
}

int main(int count, char **words) {
  struct totals totals = {0, 0, 0};
  for (int index = 1; index < count; index++) walk(words[index], &totals);
  printf("%lu files, %lu bytes, %lu events\n", totals.files, totals.bytes, totals.events);
  return totals.files ? 0 : 2;
}
