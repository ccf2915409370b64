CREATE TABLE "OwnKeys" (
  "userId" TEXT NOT NULL,
  "command" TEXT NOT NULL,
  "keys" TEXT[] NOT NULL,
  CONSTRAINT "OwnKeys_pkey" PRIMARY KEY ("userId", "command"),
  CONSTRAINT "OwnKeys_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
