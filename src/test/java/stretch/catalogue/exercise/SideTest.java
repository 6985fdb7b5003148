package stretch.catalogue.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SideTest {
    @Test
    void a_dose_is_a_side_only_where_both_are_done_one_by_one() {
        assertThat(Side.after(List.of(Side.BOTH))).isEmpty();
        assertThat(Side.after(List.of(Side.RIGHT))).isEqualTo(" right");
        assertThat(Side.after(List.of(Side.LEFT, Side.BOTH, Side.LEFT))).isEqualTo(" left");
        assertThat(Side.after(List.of(Side.RIGHT, Side.LEFT))).isEqualTo(" a side");
    }
}
