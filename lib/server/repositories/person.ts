import { db } from '../db/client';

/** Name and address of a person for the frame; null once removed. */
export function findPerson(userId: string) {
  return db().user.findUnique({ where: { id: userId }, select: { name: true, email: true } });
}
