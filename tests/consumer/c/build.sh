#!/bin/sh
# The same by pkg-config.
set -e
${CC:-cc} -std=c99 -Wall -Wextra -Wconversion -Wshadow -pedantic -Werror \
  $(pkg-config --cflags rehab) main.c $(pkg-config --libs rehab) -o consumer_by_pkg_config
