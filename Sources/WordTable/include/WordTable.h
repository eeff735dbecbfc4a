#ifndef WORD_TABLE_H
#define WORD_TABLE_H

/// Where the table of word vectors lies in the program, at a multiple of 64; it is never unpacked.
const void *_Nonnull word_table(void);

/// How many bytes it has.
long word_table_size(void);

#endif
