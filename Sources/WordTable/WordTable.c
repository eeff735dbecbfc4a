#include "WordTable.h"

// A C target, since Swift has no way to take bytes into a program as they are.
static _Alignas(64) const unsigned char words[] = {
#embed "words.bin"
};

const void *word_table(void) { return words; }

long word_table_size(void) { return sizeof words; }
