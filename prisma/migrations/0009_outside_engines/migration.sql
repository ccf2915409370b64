-- Rounds that run in another process: paused by people, stopped early, paid for by the card-hour.
ALTER TYPE "RoundState" ADD VALUE 'paused';
ALTER TABLE "Round"
  ADD COLUMN "engine" TEXT NOT NULL DEFAULT 'embedded',
  ADD COLUMN "stopRequest" TEXT,
  ADD COLUMN "budgetGpuHours" DOUBLE PRECISION;
ALTER TABLE "RoundAttempt" ADD COLUMN "cards" INTEGER NOT NULL DEFAULT 0;
