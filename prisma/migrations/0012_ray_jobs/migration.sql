-- Rounds that train as a job of a Ray cluster: which job, how far its events were read, and what its cards took.
ALTER TABLE "Round"
  ADD COLUMN "rayJob" TEXT,
  ADD COLUMN "eventsRead" DOUBLE PRECISION NOT NULL DEFAULT 0;
ALTER TABLE "RoundAttempt" ADD COLUMN "cardSeconds" DOUBLE PRECISION;
