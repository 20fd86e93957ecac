export * from "./events";
export * from "./imports";
export * from "./offerings";
export * from "./organisations";
export * from "./ranges";
export * from "./recognition";
export * from "./register";
