import { useEffect } from "react";
import { useNavigate } from "react-router";
import { forgetWorld } from "#api/world.ts";
import { paths } from "#navigation/paths.ts";
import { PageSkeleton } from "#ui/skeleton.tsx";

/**
 * Where the console goes when the world is another one: a place of its own, beside every other, so that nothing is
 * mounted any more that would ask for what is gone when all that was known is forgotten.
 */
export function BeginAnew() {
  const navigate = useNavigate();
  // The cache lives outside React.
  useEffect(() => {
    forgetWorld();
    // What a failed navigation has to say, its page says.
    void navigate(paths.home(), { replace: true });
  }, [navigate]);
  return <PageSkeleton />;
}
