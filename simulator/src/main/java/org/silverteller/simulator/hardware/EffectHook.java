package org.silverteller.simulator.hardware;

/**
 * Called around each physical effect, on the thread of the port command and without any lock held,
 * so customers may act meanwhile. May throw {@link org.silverteller.simulator.PowerCut}; the
 * machine is then without power.
 */
public interface EffectHook {

  EffectHook NONE =
      new EffectHook() {
        @Override
        public void before(Effect effect) {}

        @Override
        public void after(Effect effect) {}
      };

  void before(Effect effect);

  void after(Effect effect);
}
