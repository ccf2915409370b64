ALTER TYPE "AnnotationState" ADD VALUE 'settled';
ALTER TABLE "Annotation" ADD COLUMN "adjudicatedFrom" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- Before, two could be accepted where nobody reviewed: gold keeps the state. The
-- others cannot be 'settled' here, a new value is not usable in its own migration.
UPDATE "Annotation" a SET "state" = 'submitted'
  FROM "Document" d
  WHERE d."id" = a."documentId" AND a."state" = 'accepted' AND a."id" IS DISTINCT FROM d."goldAnnotationId";

-- One accepted annotation for each document, whoever writes. Prisma's schema
-- cannot express a partial index.
CREATE UNIQUE INDEX "Annotation_one_accepted_key" ON "Annotation"("documentId") WHERE "state" = 'accepted';

CREATE TABLE "CommentThread" (
  "id" TEXT NOT NULL,
  "annotationId" TEXT NOT NULL,
  "pointer" TEXT,
  "page" INTEGER,
  "box" JSONB,
  "startedById" TEXT NOT NULL,
  "resolvedById" TEXT,
  "resolvedAt" TIMESTAMP(3),
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "CommentThread_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "CommentThread_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "CommentThread_annotationId_idx" ON "CommentThread"("annotationId");

CREATE TABLE "Comment" (
  "id" TEXT NOT NULL,
  "threadId" TEXT NOT NULL,
  "authorId" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Comment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "CommentThread"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Comment_threadId_idx" ON "Comment"("threadId");
