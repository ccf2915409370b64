import type { Metadata } from 'next';
import { Home } from '@/components/home/Home';
import { currentActor } from '@/lib/server/auth/current-actor';
import { getProjectOverview } from '@/lib/server/use-cases/projects/get-project-overview';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('home') };

export default async function HomePage({ params }: { readonly params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const overview = await getProjectOverview(await currentActor(), { projectId });
  // Dates become strings on the way to the browser, as from the API.
  return <Home projectId={projectId} initial={JSON.parse(JSON.stringify(overview))} />;
}
