import { JumpField } from "./jump-field.tsx";
import { Actor } from "./actor.tsx";
import { ProjectMenu } from "./project-menu.tsx";
import { RolloutLinks } from "./rollout-links.tsx";
import { SchemeMenu } from "./scheme-menu.tsx";
import { TopBarBox } from "./top-bar-styles.ts";
import { useCurrentScope } from "./use-current-scope.ts";
import { WorldMenu } from "./world-menu.tsx";

/** Where one is, the way to anything, what moves now, and whose clock it is. */
export function TopBar() {
  const scope = useCurrentScope();
  return (
    <TopBarBox>
      <ProjectMenu />
      {scope === undefined ? null : <JumpField scope={scope} />}
      <div className="tools">
        {scope === undefined ? null : <RolloutLinks scope={scope} />}
        <WorldMenu />
        <SchemeMenu />
        <Actor />
      </div>
    </TopBarBox>
  );
}
