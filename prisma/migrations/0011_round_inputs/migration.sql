-- What a round is given beside recipe and data: teacher, preferences, pass rates of an earlier round, findings that somebody allowed.
ALTER TABLE "Round" ADD COLUMN "inputs" JSONB NOT NULL DEFAULT '{}';
-- The checkpoint that a round starts from is one.
ALTER TABLE "Round" ADD CONSTRAINT "Round_parentCheckpointId_fkey" FOREIGN KEY ("parentCheckpointId") REFERENCES "Checkpoint"("id") ON DELETE SET NULL ON UPDATE CASCADE;
