import { ProjectNotFound } from '@/components/ui/ProjectNotFound';

export default function ProjectNotFoundPage() {
  return <ProjectNotFound />;
}
