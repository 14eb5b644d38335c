/**
 * How likely a canary of `devices` shows a fault that strikes a share of all devices (0 to 1) at least once.
 * Source: domain.md, Small figures.
 */
export function canaryChance(devices: number, faultShare: number): number {
  return 1 - (1 - faultShare) ** devices;
}
