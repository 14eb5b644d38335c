import { useLocation, useNavigate } from "react-router";
import { useCohortId, useDeploymentId, useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";

/** Goes back to the list without the panel; the list stays as it is filtered. */
export function useClosePanel(): () => void {
  const to = paths.rollout(useProjectId(), useCohortId(), useDeploymentId());
  const { search } = useLocation();
  const navigate = useNavigate();
  // A failure of the navigation shows at the page's boundary.
  return () => void navigate(`${to}${search}`, { preventScrollReset: true });
}
