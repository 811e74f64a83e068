/* Not a plugin: a library with some other symbol. */
__attribute__((visibility("default"))) int some_other_symbol = 1;
