#!/bin/sh
# A program of someone else's that asks pkg-config for an installed rehab; where that is told by PKG_CONFIG_PATH.
set -e
${CXX:-c++} -std=c++20 -Wall -Wextra -Wconversion -Wshadow -pedantic -Werror -fno-exceptions -fno-rtti \
  $(pkg-config --cflags rehab) main.cpp $(pkg-config --libs rehab) -o consumer
