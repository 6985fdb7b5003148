package stretch.session;

/** Hands every effect on as it is; whoever extends it changes what has to be changed. */
public abstract class Relay implements Outlet {
    private final Outlet to;

    protected Relay(Outlet to) {
        this.to = to;
    }

    @Override
    public void cued(Effect.Cued effect) {
        to.cued(effect);
    }

    @Override
    public void cutShort() {
        to.cutShort();
    }

    @Override
    public void replanned(Effect.Replanned effect) {
        to.replanned(effect);
    }

    @Override
    public void mute(Effect.Mute effect) {
        to.mute(effect);
    }

    @Override
    public void save(Effect.Save effect) {
        to.save(effect);
    }

    @Override
    public void over(Effect.Over effect) {
        to.over(effect);
    }

    @Override
    public void pause(Effect.Pause effect) {
        to.pause(effect);
    }

    @Override
    public void end(Effect.End effect) {
        to.end(effect);
    }

    @Override
    public void leave() {
        to.leave();
    }

    @Override
    public boolean tick() {
        return to.tick();
    }
}
