-- Search in what pages say: the index holds the words' texts alone ("string"
-- values), not boxes. Prisma's schema cannot express an index on an expression.
CREATE INDEX "Page_words_search_idx" ON "Page" USING GIN (jsonb_to_tsvector('simple', "words", '["string"]'));
