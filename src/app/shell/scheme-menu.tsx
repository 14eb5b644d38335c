import { MenuButton } from "#ui/menu-button.tsx";
import { SCHEME_CHOICES, useScheme } from "#ui/theme/scheme.ts";

const names = { system: "As the system", light: "Light", dark: "Dark" } as const;
const faces = { system: "system", light: "sun", dark: "moon" } as const;

/** Light, dark, or whatever the system has. */
export function SchemeMenu() {
  const { choice, choose } = useScheme();
  return (
    <MenuButton
      label="Colours"
      face={faces[choice]}
      size="small"
      choices={SCHEME_CHOICES.map((scheme) => ({
        key: scheme,
        label: names[scheme],
        current: scheme === choice,
        onSelect: () => choose(scheme),
      }))}
    />
  );
}
