import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { projectQueries } from "#api/project.ts";
import { paths } from "#navigation/paths.ts";
import { MenuButton } from "#ui/menu-button.tsx";
import { useCurrentProjectId } from "./use-current-scope.ts";

/** The project one is in, and the way to the others. */
export function ProjectMenu() {
  const { data: projects } = useQuery(projectQueries.list());
  const projectId = useCurrentProjectId();
  const navigate = useNavigate();
  const current = projects?.find(({ id }) => id === projectId);
  return (
    <MenuButton
      label={current?.name ?? projectId ?? "Projects"}
      variant="bare"
      size="small"
      choices={(projects ?? []).map((project) => ({
        key: project.id,
        label: project.name,
        current: project.id === projectId,
        onSelect: () => navigate(paths.cohorts(project.id)),
      }))}
    />
  );
}
