export { ActivityList } from "./ActivityList";
export { byDay, kindOf, stepsOf, type ActivityKind, type Step } from "./steps";
