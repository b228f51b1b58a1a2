package org.mswada.bootstrap.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mswada.bootstrap.doctor.Diagnosis.Verdict;

final class MachineExaminationTest {
    @Test
    void little_memory_one_processor_and_few_files_are_warnings_with_what_to_do() {
        assertThat(MachineExamination.memory(64L << 20)).satisfies(MachineExaminationTest::warns);
        assertThat(MachineExamination.processors(1)).satisfies(MachineExaminationTest::warns);
        assertThat(MachineExamination.files(1024)).satisfies(MachineExaminationTest::warns);
    }

    @Test
    void enough_of_each_is_well() {
        assertThat(MachineExamination.memory(256L << 20).verdict()).isEqualTo(Verdict.OK);
        assertThat(MachineExamination.processors(2).verdict()).isEqualTo(Verdict.OK);
        assertThat(MachineExamination.files(65_536).verdict()).isEqualTo(Verdict.OK);
    }

    private static void warns(Diagnosis diagnosis) {
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(diagnosis.remedy()).isNotBlank();
    }
}
